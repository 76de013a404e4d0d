/** Version of the contract between workstation and server; raise it with every change that is not additive. */
export const protocol = 1;

/** Fingerprint of every schema of the contract. The test beside this file says how to renew it, and when to raise `protocol`. */
export const contractHash = 'b8b4fdc3f77efaa3';
