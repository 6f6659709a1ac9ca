/** What browsers and Node share; pure packages know neither. */
interface Decoder {
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

declare const TextDecoder: new (label: string, options?: { readonly fatal: boolean }) => Decoder;

export type { Decoder };

/** Reads bytes of an encoding; a strict one fails on bytes that are none of it. */
export const decoderOf = (encoding: string, { fatal = false } = {}): Decoder => new TextDecoder(encoding, { fatal });
