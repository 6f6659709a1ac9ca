/** The line of Zeebe whose protocol and REST API both gateways speak, as clients read it from the topology. */
export const WIRE_VERSION = '8.9.0';
