import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { AsnConvert } from '@peculiar/asn1-schema'
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509'
import * as x509 from '@peculiar/x509'
import { CannotPrepare } from './secrets.ts'
import { readIfThere, writeOnce, type Owner } from './write-file.ts'

x509.cryptoProvider.set(webcrypto)

const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000
const authorityDays = 3_650
const leafDays = 90
/** Renewed when so much of its life is left. */
const renewDays = 30

/** The house's own certificate authority. Its key stays here. */
export interface Authority {
  readonly certificate: string
  /** SHA-256, as browsers show it. */
  readonly fingerprint: string
  issue(names: readonly string[], now: number): Promise<Leaf>
}

/** A certificate with the authority's behind it, and its key, as PEM. */
export interface Leaf {
  readonly chain: string
  readonly key: string
}

/**
 * The authority in `folder`, made on the first run. It can vouch for nothing but what is inside the house (RFC 5280
 * §4.2.1.10): names of services and below `permittedNames`, and private addresses. Who trusts it trusts it for no bank.
 */
export async function keepAuthority(options: {
  folder: string
  owner: Owner
  permittedNames: readonly string[]
  now: number
}): Promise<Authority> {
  const { folder, owner, permittedNames, now } = options
  const path = join(folder, 'authority.pem')
  const text = await readIfThere(path)
  if (text === null) {
    // Key and certificate in one file: there are both or none.
    await writeOnce(path, await newAuthority(permittedNames, now), owner)
    return keepAuthority(options)
  }
  const [certificate = '', key = ''] = text.split(/(?=-----BEGIN PRIVATE KEY-----)/)
  const issuer = new x509.X509Certificate(certificate)
  const signingKey = await importKey(key)
  if (issuer.notAfter.getTime() < now + leafDays * day)
    throw new CannotPrepare(`The certificate authority in ${path} ends on ${issuer.notAfter.toISOString()}.`)
  return {
    certificate,
    fingerprint: new X509Certificate(certificate).fingerprint256,
    issue: (names, at) => newLeaf({ issuer, certificate, signingKey, names, now: at }),
  }
}

/** Whether a leaf can go on being used: ours, for these names, with time left, and its key belongs to it. */
export function isGood(leaf: Leaf, authority: Authority, names: readonly string[], now: number): boolean {
  if (!leaf.chain.startsWith('-----BEGIN CERTIFICATE-----') || leaf.key === '') return false
  const certificate = new X509Certificate(leaf.chain)
  const authorityCertificate = new X509Certificate(authority.certificate)
  return (
    leaf.chain.endsWith(authority.certificate) &&
    certificate.checkIssued(authorityCertificate) &&
    certificate.verify(authorityCertificate.publicKey) &&
    certificate.checkPrivateKey(createPrivateKey(leaf.key)) &&
    certificate.subjectAltName === names.map(inWords).join(', ') &&
    certificate.validToDate.getTime() > now + renewDays * day &&
    certificate.validFromDate.getTime() <= now
  )
}

async function newAuthority(permittedNames: readonly string[], now: number): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    // A name of its own for each house: browsers tell authorities apart by it.
    name: `CN=TALI house ${randomBytes(3).toString('hex')}`,
    serialNumber: serialNumber(),
    notBefore: new Date(now - day),
    notAfter: new Date(now + authorityDays * day),
    signingAlgorithm: p256,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      constrainedTo(permittedNames),
    ],
  })
  return `${certificate.toString('pem')}\n${await exportKey(keys.privateKey)}`
}

async function newLeaf({
  issuer,
  certificate,
  signingKey,
  names,
  now,
}: {
  issuer: x509.X509Certificate
  certificate: string
  signingKey: webcrypto.CryptoKey
  names: readonly string[]
  now: number
}): Promise<Leaf> {
  const keys = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify'])
  const leaf = await x509.X509CertificateGenerator.create({
    subject: `CN=${names[0]}`,
    issuer: issuer.subject,
    serialNumber: serialNumber(),
    // A client whose clock is a little behind takes it all the same.
    notBefore: new Date(now - day),
    notAfter: new Date(now + leafDays * day),
    signingAlgorithm: p256,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((name) => ({ type: isIP(name) ? ('ip' as const) : ('dns' as const), value: name })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { chain: `${leaf.toString('pem')}\n${certificate}`, key: await exportKey(keys.privateKey) }
}

/** Networks that no public address lies in: RFC 1918, 3927, 4193, 4291 and loopback. */
const privateNetworks = [
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '127.0.0.0/8'],
  ['fc00::/7', 'fe80::/10', '::1/128'],
].flat()

function constrainedTo(names: readonly string[]): x509.Extension {
  const bases = [
    ...names.map((name) => new GeneralName({ dNSName: name })),
    ...privateNetworks.map((network) => new GeneralName({ iPAddress: network })),
  ]
  const constraints = new NameConstraints({
    permittedSubtrees: new GeneralSubtrees(bases.map((base) => new GeneralSubtree({ base }))),
  })
  return new x509.Extension('2.5.29.30', true, AsnConvert.serialize(constraints))
}

/** As Node words the subject's alternative names. */
function inWords(name: string): string {
  return isIP(name) ? `IP Address:${isIP(name) === 6 ? expanded(name) : name}` : `DNS:${name}`
}

/** OpenSSL's way of writing an IPv6 address: `0:0:0:0:0:0:0:1` in capitals. */
function expanded(address: string): string {
  const [left = '', right] = address.toUpperCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const missing = right === undefined ? 0 : 8 - groups(left).length - groups(right).length
  return [...groups(left), ...Array.from({ length: missing }, () => '0'), ...groups(right)].join(':')
}

/** 127 random bits: a serial number is positive (RFC 5280 §4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  return webcrypto.subtle.importKey('pkcs8', der, p256, false, ['sign'])
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END PRIVATE KEY-----\n`
}
