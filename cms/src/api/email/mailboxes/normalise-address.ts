/** One spelling for one mailbox: the domain in small letters (RFC 5321: only the part before the @ may distinguish them). */
export const normaliseAddress = (typed: string): string => {
  const address = typed.trim();
  const at = address.lastIndexOf('@');
  return address.slice(0, at) + address.slice(at).toLowerCase();
};
