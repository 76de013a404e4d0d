import tls from 'node:tls';

let done = false;

/**
 * Makes this process trust the certificate authorities that the operating system trusts, beside those Node brings: a
 * clinic whose servers have certificates of its own tells each PC once, and Roomlight believes it as a browser does.
 * Done once, and only when somebody speaks https, for reading the system's store takes its time.
 */
export function trustSystemCertificates(): void {
  if (done) return;
  done = true;
  // Runtimes before Node 24.5 trust the authorities Node brings, and no others.
  if (!('setDefaultCACertificates' in tls)) return;
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')]);
}
