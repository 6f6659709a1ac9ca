import { execFileSync, spawnSync } from 'node:child_process';

/** Whether this machine can read the text of a PDF. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The code of a certificate, which stands behind the mark of the address that is printed on it. */
export const certificateCode = (pdf: Buffer): string => {
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
  return /\/check#([\w-]{22})/.exec(text.replaceAll('\n', ''))?.[1] ?? '';
};
