import tls from 'node:tls';

/** Authenticated encryption with keys that nobody can ask for later, the strongest first. */
const suites = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
];

/**
 * Every connection of this process, either way, speaks TLS 1.2 or 1.3 with one of these. Set for the process, since the
 * gateway's library lets nobody say it for one server.
 */
export const requireModernTls = (): void => {
  tls.DEFAULT_MIN_VERSION = 'TLSv1.2';
  tls.DEFAULT_CIPHERS = suites.join(':');
};
