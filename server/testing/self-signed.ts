import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate for `localhost` and 127.0.0.1 with its key, both PEM, good for a century and for tests only. */
export function makeSelfSigned(): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid('550403'), utf8('localhost'))));
  const validity = sequence(utcTime('200101000000Z'), utcTime('491231235959Z'));
  const toBeSigned = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(alternativeNames)),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, bits(signature));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** DER: one byte of tag, the length, the content. */
function tagged(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: Buffer[]) => tagged(0x30, ...content);
const set = (...content: Buffer[]) => tagged(0x31, ...content);
const integer = (value: number) => tagged(0x02, Buffer.from([value]));
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text));
const utcTime = (text: string) => tagged(0x17, Buffer.from(text));
const octets = (content: Buffer) => tagged(0x04, content);
const bits = (content: Buffer) => tagged(0x03, Buffer.from([0]), content);

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const dnsName = tagged(0x82, Buffer.from('localhost'));
const address = tagged(0x87, Buffer.from([127, 0, 0, 1]));
const alternativeNames = sequence(oid('551d11'), octets(sequence(dnsName, address)));
