/** Outlines on a 20 by 20 grid, drawn with the color of the text. */
const outlines = {
  undo: 'M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8h-1',
  redo: 'm12 5 4 4-4 4M16 9H8a4 4 0 0 0 0 8h1',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M4 7V4h3M13 4h3v3M16 13v3h-3M7 16H4v-3',
  outline: 'M4 5h2M9 5h7M4 10h2M9 10h7M4 15h2M9 15h7',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4Zm4 9 4 4',
  download: 'M10 3v9m-4-3 4 4 4-4M4 16h12',
  upload: 'M10 13V4M6 7l4-4 4 4M4 16h12',
  trash: 'M4 6h12M8 6V4h4v2M6 6l1 10h6l1-10',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  right: 'm8 5 5 5-5 5',
  left: 'm12 5-5 5 5 5',
  pencil: 'm4 16 1-4 8-8 3 3-8 8-4 1Z',
  play: 'M6 4v12l10-6-10-6Z',
  pause: 'M7 4v12M13 4v12',
  process: 'M3 7h5v6H3zM12 7h5v6h-5zM8 10h4',
  form: 'M5 3h10v14H5zM8 7h4M8 10h4M8 13h2',
  decision: 'M3 5h14v10H3zM3 9h14M8 5v10',
  letter: 'M3 5h14v10H3zm0 1 7 5 7-5',
  parameters: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
  procedure:
    'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.5 1.5M13.500 13.500 15 15M15 5l-1.500 1.500M6.500 13.500 5 15',
  scenario: 'M8 3h4M9 3v5l-4 8h10l-4-8V3',
  versions: 'M10 4a6 6 0 1 1-5.500 3.600M4 4v4h4M10 7v3l2 2',
  instances: 'M3 15l4-5 3 3 4-7 3 4',
  watch: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5ZM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  close: 'M5 5l10 10M15 5 5 15',
  move: 'M10 3v14M3 10h14M8 5l2-2 2 2M8 15l2 2 2-2M5 8l-2 2 2 2M15 8l2 2-2 2',
  problem: 'M10 3 2.500 16h15L10 3Zm0 5v4M10 14v.500',
  check: 'm4 10 4 4 8-8',
  panel: 'M3 4h14v12H3zM12 4v12',
  image: 'M3 4h14v12H3zm0 9 4-4 4 4 2-2 4 4',
} as const;

export type IconName = keyof typeof outlines;

/** A decorative icon; the control around it carries the name. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path
      d={outlines[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
