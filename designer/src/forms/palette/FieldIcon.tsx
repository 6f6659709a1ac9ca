import { Icon, type IconName, Strokes } from '@irisflow/ui';

/** Strokes of what fields ask for, in a 20 x 20 box. */
const paths = {
  text: 'M4 5h12M10 5v11M7.5 16h5',
  lines: 'M3 5h14M3 9h14M3 13h9',
  letter: 'M3 5h14v10H3ZM3.5 5.5 10 11l6.5-5.5',
  phone: 'M6 2.5h8v15H6ZM9 15h2',
  calendar: 'M3 4.5h14v12.5H3ZM3 8.5h14M7 2.5v4M13 2.5v4',
  number: 'M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13M3 12.5h13',
  euro: 'M15.5 5A6.5 6.5 0 1 0 15.5 15M3 8.5h8M3 11.5h8',
  choice: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 11v-2M9 10h2',
  box: 'M3.5 3.5h13v13h-13ZM6.5 10.2 9 13l4.5-6',
  idCard: 'M2.5 4.5h15v11h-15ZM5 12.5c.4-1.6 3.6-1.6 4 0M7 9.5v-.6M12 8.5h3M12 11.5h3',
  building: 'M4 17.5V3h8v14.5M12 8h4v9.5M2.5 17.5h15M6.5 6h3M6.5 9h3M6.5 12h3',
  shop: 'M3.5 8.5v9h13v-9M2.5 8.5 4 3h12l1.5 5.5ZM8 17.5V12h4v5.5',
  bank: 'M2.5 8 10 3l7.5 5ZM4.5 8v7M8.2 8v7M11.8 8v7M15.5 8v7M2.5 17h15',
  slip: 'M3 3.5h14v13H3ZM5.5 12.5h2M9 12.5h2M12.5 12.5h2M5.5 7h9',
  globe: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM2.5 10h15M10 2.5c4 4.5 4 10.5 0 15M10 2.5c-4 4.5-4 10.5 0 15',
  car: 'M3 14.5v-4l2-5h10l2 5v4ZM3 10.5h14M5.5 14.5v2M14.5 14.5v2',
  plate: 'M2 6h16v8H2ZM5 10h1.5M9 8.5v3M11 8.5v3M13.5 8.5h1.5v3h-1.5Z',
  parcel: 'M3 6.5 8 4l4 2.5L17 4v9.5L12 16l-4-2.5L3 16ZM8 4v9.5M12 6.5V16',
  pin: 'M10 17.5C6 12.8 4.5 10.3 4.5 8a5.5 5.5 0 0 1 11 0c0 2.3-1.5 4.8-5.5 9.5ZM10 9V7.5',
  rows: 'M3 4h14v3.5H3ZM3 10h14v3.5H3ZM10 15v3M8.5 16.5h3',
  sigma: 'M14.5 6V4h-9l5 6-5 6h9v-2',
  group: 'M3 6h3M3 6v10h14V6H9.5',
  columns: 'M3 4h14v12H3ZM10 4v12',
  notice: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9v4.5M10 6.8v.2',
  page: 'M5 2.5h7l3.5 3.5v11.5H5ZM12 2.5V6h3.5',
} as const;

export type FieldIconName = keyof typeof paths | IconName;

const isOwn = (name: FieldIconName): name is keyof typeof paths => name in paths;

/** The sign of a kind of field. */
export const FieldIcon = ({ name }: { readonly name: FieldIconName }) =>
  isOwn(name) ? <Strokes path={paths[name]} /> : <Icon name={name} />;
