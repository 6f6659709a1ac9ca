export { doEach } from './do-each.ts';
export { runInBackground } from './background.ts';
export { type Bell, createBell } from './bell.ts';
export { csvLine, csvMark, withoutGuard } from './csv.ts';
export { deriveKey } from './sealed-box.ts';
export { CaseworkError } from './errors/casework-error.ts';
export { requireLine, requireReason, requireSaid } from './errors/require-reason.ts';
export { hostilityOf, isStorable } from './hostile-json.ts';
export { requireOutboundUrl } from './outbound-url.ts';
export { foldText, maskedText } from './fold-text.ts';
export { IsolationFault, runIsolated } from './isolation/run-isolated.ts';
export { cursorNumber, cursorOf, foldedWords, likePattern, pageLimit, type Position, positionOf } from './paging.ts';
export { createSealedBox, type SealedBox } from './sealed-box.ts';
export { instantOf, instantOrNull, isoOf, jsonOf, numberOrNull } from './storage/columns.ts';
export { schema } from './storage/schema.ts';
export type { Clock, FoundationSurroundings, Random } from './surroundings.ts';
export { ProcedureProblem } from './views/procedure-problem.ts';
export {
  CalendarDate,
  EngineKey,
  extend,
  FormData,
  inEveryLocale,
  Instant,
  isVisible,
  Locale,
  locales,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
  type Page,
  pageOf,
  PhoneNumber,
  Problem,
  visibleText,
} from './views/text.ts';
