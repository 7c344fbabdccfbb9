export { startContainer, type Container, type ContainerOptions } from './container.ts'
export { makeCertificates, type Certificates } from './certificates.ts'
