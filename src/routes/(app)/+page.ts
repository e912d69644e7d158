// Nothing on this page but its charts moves, and they bring their own: no other script is sent for it.
export const csr = false;
