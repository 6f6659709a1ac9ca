export { insightRoom } from './insight-room.ts';
export { numbersCsv } from './numbers-csv.ts';
export { communeChoices } from './commune-of.ts';
export { AccessRules, ReachPreview } from './views/reach.ts';
export {
  AgeBand,
  CountedCase,
  Figures,
  Measure,
  MonthFigures,
  Numbers,
  OpenNumbers,
  Quarter,
  SystemFigures,
  SystemNumbers,
  TermRisk,
} from './views/numbers.ts';
