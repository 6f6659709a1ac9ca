import { safeFileName } from './file-name.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** How names end by what the bytes are; the first is the usual one. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'csv', 'text', 'md', 'log'],
  [`${OFFICE}.wordprocessingml.document`]: ['docx'],
  [`${OFFICE}.spreadsheetml.sheet`]: ['xlsx'],
  [`${OFFICE}.presentationml.presentation`]: ['pptx'],
  [`${OPEN}.text`]: ['odt'],
  [`${OPEN}.spreadsheet`]: ['ods'],
  [`${OPEN}.presentation`]: ['odp'],
};

/**
 * A safe name that ends as its bytes are: whoever saves the file opens it with what shows it, and not with what its sender
 * would like to start.
 */
export const typedFileName = (name: string, mediaType: string): string => {
  const safe = safeFileName(name);
  const known = endings[mediaType];
  const ending = /\.(\w+)$/.exec(safe)?.[1]?.toLowerCase() ?? '';
  return known === undefined || known.includes(ending) ? safe : `${safe}.${known[0]}`;
};
