import { type MailingSurroundings } from '@irisflow/casework';
import { type BulkSurroundings } from '@irisflow/bulk';
import { type CopiesSurroundings } from '@irisflow/copies';
import { type OnlinePaymentsSurroundings } from '@irisflow/online-payments';
import { type RightImportSurroundings } from '@irisflow/right-imports';
import { type PostRoomSurroundings } from '@irisflow/post-room';
import { type StatementsSurroundings } from '@irisflow/statements';
import { type RehearsalsSurroundings } from '@irisflow/rehearsals';
import { type VersionMovesSurroundings } from '@irisflow/version-moves';
import { type WebhooksSurroundings } from '@irisflow/webhooks';

/** What the rooms of casework and what happens by itself act with. */
export type Surroundings = BulkSurroundings &
  RightImportSurroundings &
  MailingSurroundings &
  CopiesSurroundings &
  StatementsSurroundings &
  OnlinePaymentsSurroundings &
  PostRoomSurroundings &
  VersionMovesSurroundings &
  RehearsalsSurroundings &
  WebhooksSurroundings;
