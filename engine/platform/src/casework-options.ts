import type { Database } from '@irisflow/database';
import type { AnchorFile, RolesFrom } from '@irisflow/access';
import type { PrefillSources, Mailer, FileChecks } from '@irisflow/casework';
import type { Registers } from '@irisflow/facts';
import type { Templates } from '@irisflow/procedures';
import type { Clock, Random } from '@irisflow/foundation';
import type { PaymentProvider } from '@irisflow/online-payments';
import type { CarriedChannel, LetterCarrier } from '@irisflow/post-room';
import type { Seals } from '@irisflow/signatures';
import type { WebhookSender } from '@irisflow/webhooks';

/** What casework stands on; what is left out is not there. */
export interface CaseworkOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly prefill: PrefillSources;
  /** The connectors of sources, for the desk; without them it asks none. */
  readonly registers?: Registers;
  /** Sends mails of the platform itself; without it none are sent. */
  readonly mailer?: Mailer;
  /** How files of others are checked for viruses; without it nobody does, and they can be opened. */
  readonly fileChecks?: FileChecks;
  /** Who seals letters for which administration; left out where nobody does. */
  readonly seals?: Seals;
  /** Takes money in on pages of its own; without it, nobody pays online. */
  readonly paymentProvider?: PaymentProvider;
  /** Who carries letters, by way; left out where nobody does. */
  readonly carriers?: Readonly<Partial<Record<CarriedChannel, LetterCarrier>>>;
  /** Sends what systems of others are told; without it, that waits. */
  readonly webhookSender?: WebhookSender;
  readonly publicUrl: string;
  /** 32 random bytes that live outside the database; seals national numbers, case handles and the values behind audit entries. */
  readonly personalDataKey: Uint8Array;
  /** Who says which roles people have; `auto` when it is left out. */
  readonly rolesFrom?: RolesFrom;
  /** Outside the store; without it, the audit is not anchored. */
  readonly anchors?: AnchorFile;
  /** Types of the connectors that come with the platform; without them the lint does not look at job types. */
  readonly connectorTypes?: readonly string[];
  /** Those of them that consult an authentic source, under the key of that source. */
  readonly sourceTypes?: readonly string[];
  /** Their element templates by type: what each of them needs to be told. */
  readonly connectorTemplates?: ReadonlyMap<string, Templates>;
  /** Private hosts that administrators may allow a connector to reach; none, unless given. */
  readonly privateHosts?: readonly string[];
}
