/** Limits of one socket. Times in milliseconds, sizes in bytes. */
export interface SocketLimits {
  /** Most a workstation may send in one message. */
  payloadBytes: number;
  /** Messages of any kind one connection may send within `floodWindowMs`. */
  floodMessages: number;
  floodWindowMs: number;
  /** How long a workstation may take to apply one catch-up page. */
  pageMs: number;
  /** F4: packets and bytes that may wait for a socket that does not read. */
  waitingPackets: number;
  waitingBytes: number;
  /** How long past its token's expiry a socket is still served, for a renewal on its way. */
  expiryGraceMs: number;
  /** The server asks for a sign of life at this pace, and gives up after `pingTimeoutMs` without one. */
  pingIntervalMs: number;
  pingTimeoutMs: number;
  /** From the connection to a valid handshake. */
  handshakeMs: number;
}

export const defaultLimits: SocketLimits = {
  payloadBytes: 64 * 1024,
  floodMessages: 1_000,
  floodWindowMs: 10_000,
  pageMs: 15_000,
  waitingPackets: 512,
  waitingBytes: 1024 * 1024,
  expiryGraceMs: 5_000,
  // Together below ten seconds: how long a dead server or a dead workstation may stay unnoticed.
  pingIntervalMs: 5_000,
  pingTimeoutMs: 4_000,
  handshakeMs: 10_000,
};
