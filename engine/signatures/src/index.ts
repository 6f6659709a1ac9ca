export { type CertificateFacts, factsOf, isInForceAt, requireInForce } from './certificate-facts.ts';
export { openPkcs12 } from './pkcs12/open-pkcs12.ts';
export { roomFor, sealPdf } from './pdf/seal-pdf.ts';
export { verifyPdf } from './pdf/verify-pdf.ts';
export { SealError } from './seal-error.ts';
export type { SealKey, Seals } from './seal-key.ts';
