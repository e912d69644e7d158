// The keys of the grid come as an island: no other script is sent for it.
export const csr = false;
