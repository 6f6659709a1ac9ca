// oxlint-disable-next-line import/no-named-as-default -- its types know no other way in.
import qrcode from 'qrcode-generator';
import { usePaymentText } from './payment-texts.ts';

const MODULE = 'h1v1h-1z';
/** Modules of white that readers need around a code. */
const QUIET_ZONE = 4;

interface Drawn {
  readonly path: string;
  readonly size: number;
}

const draw = (text: string): Drawn => {
  // Zero takes the smallest code that has room; banking apps read UTF-8.
  const code = qrcode(0, 'M');
  code.addData(String.fromCharCode(...new TextEncoder().encode(text)));
  code.make();
  const size = code.getModuleCount();
  const places = Array.from({ length: size * size }, (_, index) => ({ x: index % size, y: Math.floor(index / size) }));
  return { size, path: places.map(({ x, y }) => (code.isDark(y, x) ? `M${x} ${y}${MODULE}` : '')).join('') };
};

/** What a banking app reads to fill in a transfer; on a dark page too it is dark on white, as readers need it. */
export const TransferCode = ({ transfer }: { readonly transfer: string }) => {
  const t = usePaymentText();
  const { path, size } = draw(transfer);
  const width = size + 2 * QUIET_ZONE;
  return (
    <figure className="portal-transfer-code">
      <svg viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${width} ${width}`} role="img" aria-label={t('code.alt')}>
        <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={width} height={width} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <figcaption className="iris-muted">{t('code.text')}</figcaption>
    </figure>
  );
};
