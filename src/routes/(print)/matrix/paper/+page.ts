// Made to be printed: no script is sent for it.
export const csr = false;
