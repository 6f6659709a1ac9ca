/** The line of Zeebe whose protocol and REST API both gateways speak, as clients read it from the topology. */
export const WIRE_VERSION = '8.9.0';
/** What clients call the cluster: there is one writer and one store. */
export const CLUSTER_ID = 'irisflow';
