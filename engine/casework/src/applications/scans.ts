import { defaultFileRules, type FileRules } from '../documents/file-rules.ts';
import type { DocumentRow } from '../storage/documents.ts';

/** The paper that an office was handed belongs to no field: it points at the form as a whole. */
export const scanPointer = '';
export const scanCategory = 'paperForm';

export const scanRules: FileRules = { ...defaultFileRules, maxBytes: 20 * 1024 * 1024 };

export const isScan = ({ pointer, category }: DocumentRow): boolean =>
  pointer === scanPointer && category === scanCategory;
