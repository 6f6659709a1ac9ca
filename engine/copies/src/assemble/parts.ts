/** What stands in the pages of a copy: our own tagged PDFs, or files of others, which are shown as pictures of their pages. */
export type PartKind = 'own' | 'pdf' | 'jpeg' | 'png';

export interface FilePart {
  readonly kind: PartKind;
  readonly title: string;
  readonly bytes: Uint8Array;
  /** How a page of it is called for those who do not see it: `{page}` of `{pages}`. */
  readonly alt: string;
}

/** Pages that a part takes; null for what cannot be shown. */
export type PageCount = number | null;

export interface Assembly {
  readonly title: string;
  /** As in HTML: `fr-BE`. */
  readonly language: string;
  readonly parts: readonly FilePart[];
  /** One page for each page of the copy, which is drawn over it. */
  readonly overlay: Uint8Array;
}

export type AssemblyTask =
  | { readonly kind: 'measure'; readonly parts: readonly FilePart[] }
  | { readonly kind: 'assemble'; readonly assembly: Assembly };

export type AssemblyResult =
  | { readonly kind: 'measured'; readonly pages: readonly PageCount[] }
  | { readonly kind: 'assembled'; readonly pdf: Uint8Array };
