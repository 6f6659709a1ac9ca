/** What may be uploaded at one place. */
export interface FileRules {
  /** Accepted media types. */
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxCount: number;
}

/** Files that come without a form that says otherwise: answers to information requests, documents of clerks. */
export const defaultFileRules: FileRules = {
  accept: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 10 * 1024 * 1024,
  maxCount: 20,
};

/** Refused wherever they come from, even if a form asks for them: they run, or hide what they hold. */
export const refusedEverywhere: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-executable',
  'application/x-sh',
  'application/x-msi',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/zip',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/vnd.rar',
  'application/gzip',
  'application/x-tar',
  'application/x-bzip2',
  'application/x-xz',
  'application/x-iso9660-image',
  'application/vnd.ms-cab-compressed',
  'application/x-shockwave-flash',
  'application/wasm',
  'application/xml',
  'image/svg+xml',
  'text/html',
]);
