export interface WrittenStatus {
  /** EndToEndId. */
  readonly order: string;
  readonly status: string;
  readonly reason?: string;
}

interface Report {
  /** MsgId of the file that it answers. */
  readonly messageId: string;
  /** Of the whole file; null where the orders alone say something. */
  readonly group: string | null;
  readonly statuses: readonly WrittenStatus[];
}

const reasonOf = (reason: string | undefined): string =>
  reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`;

const statusOf = ({ order, status, reason }: WrittenStatus): string =>
  `<TxInfAndSts><OrgnlEndToEndId>${order}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reasonOf(reason)}</TxInfAndSts>`;

/** What a bank answers to a batch (pain.002.001.10). */
export const pain002 = ({ messageId, group, statuses }: Report): string => {
  const whole = group === null ? '' : `<GrpSts>${group}</GrpSts>`;
  const orders = statuses.map(statusOf).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-25T15:00:00+01:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${whole}</OrgnlGrpInfAndSts>${
    orders === '' ? '' : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}</OrgnlPmtInfId>${orders}</OrgnlPmtInfAndSts>`
  }</CstmrPmtStsRpt></Document>`;
};
