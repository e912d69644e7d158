// A long form that nothing moves in: no script is sent for it.
export const csr = false;
