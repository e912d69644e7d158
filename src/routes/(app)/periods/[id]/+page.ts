// Nothing on this page but its texts to copy moves, and they bring their own script: no other is sent for it.
export const csr = false;
