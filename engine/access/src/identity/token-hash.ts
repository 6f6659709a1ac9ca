import { createHash } from 'node:crypto';

export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
