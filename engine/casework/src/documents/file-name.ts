const MAX_LENGTH = 200;

/** A name that is safe to show, to store and to put in a header: no folders, no control characters, not too long. */
export const safeFileName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- control characters are what it removes
    .replaceAll(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069"<>:|?*]/g, '')
    .replace(/^\.+/, '')
    .trim();
  return (clean === '' ? 'document' : clean).slice(-MAX_LENGTH);
};

/** As a part of a path in an archive, where it is neither a path of its own nor hidden. */
export const nameInArchive = (name: string): string => name.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_').replace(/^\.+/, '_');
