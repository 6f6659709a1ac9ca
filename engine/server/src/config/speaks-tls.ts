import type { Config } from './config.ts';

/** Whether the platform reaches the gRPC gateway of a cluster over TLS. */
export const speaksTls = ({ zeebeSecure, zeebeRestAddress }: Config): boolean =>
  zeebeSecure === '' ? zeebeRestAddress.startsWith('https:') : zeebeSecure === 'true';
