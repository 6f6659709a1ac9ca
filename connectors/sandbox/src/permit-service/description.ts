export const NAMESPACE = 'urn:irisflow:sandbox:permits:v1';
export const TYPES = 'urn:irisflow:sandbox:permits:types:v1';

/** The description as such services have it: a schema that lies apart, both versions of SOAP, a header of its own. */
export const wsdlOf = (url: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:s11="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:p="${NAMESPACE}" targetNamespace="${NAMESPACE}" name="PermitService">
  <wsdl:types>
    <xs:schema targetNamespace="${NAMESPACE}" elementFormDefault="qualified" xmlns:t="${TYPES}">
      <xs:import namespace="${TYPES}" schemaLocation="?xsd"/>
      <xs:element name="RequestContext"><xs:complexType><xs:sequence>
        <xs:element name="Language" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="FindPermit"><xs:complexType><xs:sequence>
        <xs:element name="permitNumber" type="xs:string"/>
        <xs:element name="onDay" type="xs:date" minOccurs="0"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="FindPermitReply"><xs:complexType><xs:sequence>
        <xs:element name="permit" type="t:Permit"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="RegisterPermit"><xs:complexType><xs:sequence>
        <xs:element name="holder" type="xs:string"/>
        <xs:element name="street" type="t:Street" maxOccurs="20"/>
        <xs:element name="validUntil" type="xs:date" nillable="true"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="RegisterPermitReply"><xs:complexType><xs:sequence>
        <xs:element name="permit" type="t:Permit"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="PermitUnknown" type="xs:string"/>
    </xs:schema>
  </wsdl:types>
  <wsdl:message name="Context"><wsdl:part name="context" element="p:RequestContext"/></wsdl:message>
  <wsdl:message name="FindPermitIn"><wsdl:part name="body" element="p:FindPermit"/></wsdl:message>
  <wsdl:message name="FindPermitOut"><wsdl:part name="body" element="p:FindPermitReply"/></wsdl:message>
  <wsdl:message name="RegisterPermitIn"><wsdl:part name="body" element="p:RegisterPermit"/></wsdl:message>
  <wsdl:message name="RegisterPermitOut"><wsdl:part name="body" element="p:RegisterPermitReply"/></wsdl:message>
  <wsdl:message name="Unknown"><wsdl:part name="fault" element="p:PermitUnknown"/></wsdl:message>
  <wsdl:portType name="Permits">
    <wsdl:operation name="FindPermit">
      <wsdl:input message="p:FindPermitIn"/><wsdl:output message="p:FindPermitOut"/>
      <wsdl:fault name="unknown" message="p:Unknown"/>
    </wsdl:operation>
    <wsdl:operation name="RegisterPermit">
      <wsdl:input message="p:RegisterPermitIn"/><wsdl:output message="p:RegisterPermitOut"/>
    </wsdl:operation>
  </wsdl:portType>
${(['s11', 's12'] as const).map(bindingOf).join('\n')}
  <wsdl:service name="PermitService">
    <wsdl:port name="Permits11" binding="p:Permits-s11"><s11:address location="${url}"/></wsdl:port>
    <wsdl:port name="Permits12" binding="p:Permits-s12"><s12:address location="${url}"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>`;

const bindingOf = (prefix: 's11' | 's12'): string => `  <wsdl:binding name="Permits-${prefix}" type="p:Permits">
    <${prefix}:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${['FindPermit', 'RegisterPermit'].map((name) => operationOf(prefix, name)).join('\n')}
  </wsdl:binding>`;

const operationOf = (prefix: string, name: string): string => `    <wsdl:operation name="${name}">
      <${prefix}:operation soapAction="${NAMESPACE}#${name}"/>
      <wsdl:input><${prefix}:header message="p:Context" part="context" use="literal"/><${prefix}:body use="literal"/></wsdl:input>
      <wsdl:output><${prefix}:body use="literal"/></wsdl:output>
    </wsdl:operation>`;

export const SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${TYPES}" targetNamespace="${TYPES}">
  <xs:simpleType name="Kind"><xs:restriction base="xs:string"><xs:enumeration value="works"/><xs:enumeration value="container"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Street"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="language" type="xs:language"/></xs:extension></xs:simpleContent></xs:complexType>
  <xs:complexType name="Base"><xs:sequence><xs:element name="number" type="xs:string"/></xs:sequence></xs:complexType>
  <xs:complexType name="Permit"><xs:complexContent><xs:extension base="t:Base"><xs:sequence>
    <xs:element name="holder" type="xs:string"/>
    <xs:element name="kind" type="t:Kind"/>
    <xs:element name="isValid" type="xs:boolean"/>
    <xs:element name="days" type="xs:int"/>
    <xs:element name="street" type="t:Street" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="validUntil" type="xs:date" nillable="true"/>
    <xs:element name="language" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
</xs:schema>`;
