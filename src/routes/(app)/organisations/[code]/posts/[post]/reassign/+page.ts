// Nothing on this page moves: no script is sent for it.
export const csr = false;
