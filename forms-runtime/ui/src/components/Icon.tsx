/** Strokes of each icon in a 20 x 20 box. */
const paths = {
  check: 'M4 10.5 8.2 15 16 5.5',
  cross: 'M5 5l10 10M15 5 5 15',
  info: 'M10 9v5.5M10 5.6v.4',
  warning: 'M10 7v4.5M10 14.2v.3M10 2.5 18.5 17h-17Z',
  error: 'M10 5.5v5.5M10 14v.4',
  lock: 'M5 9h10v8H5ZM7 9V6.5a3 3 0 0 1 6 0V9',
  file: 'M5 2.5h6.5L15 6v11.5H5ZM11 2.5V6.5h4',
  plus: 'M10 4v12M4 10h12',
  arrowLeft: 'M16 10H4m5-5-5 5 5 5',
  arrowRight: 'M4 10h12m-5-5 5 5-5 5',
  chevronDown: 'm5 7.5 5 5 5-5',
  sortUp: 'M10 15V5m-4 4 4-4 4 4',
  sortDown: 'M10 5v10m-4-4 4 4 4-4',
  user: 'M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 7c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5',
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5L17 17',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v4.3l2.8 1.9',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  download: 'M10 3v9m-4-4 4 4 4-4M4 16.5h12',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11',
} as const;

const circled: ReadonlySet<string> = new Set(['info', 'error']);

export type IconName = keyof typeof paths;

interface StrokesProps {
  /** In a 20 x 20 box. */
  readonly path: string;
  readonly size?: number;
  readonly isCircled?: boolean;
}

/** Strokes as every icon draws them, for what has signs of its own. */
export const Strokes = ({ path, size = 20, isCircled = false }: StrokesProps) => (
  <svg
    aria-hidden="true"
    focusable="false"
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {isCircled && <circle cx="10" cy="10" r="8.2" />}
    <path d={path} />
  </svg>
);

export interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** A decorative line icon; give the meaning in text beside it. */
export const Icon = ({ name, ...size }: IconProps) => (
  <Strokes path={paths[name]} isCircled={circled.has(name)} {...size} />
);
