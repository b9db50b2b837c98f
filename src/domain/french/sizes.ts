import { counted } from './plural.ts';

const units = [
  { name: 'ko', octets: 1e3 },
  { name: 'Mo', octets: 1e6 },
  { name: 'Go', octets: 1e9 },
] as const;
const upToOneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** `512 octets`, `1,2 Mo`, `10 Mo`: decimal units, as storage is sold and limits are said. */
export function formatSize(octets: number): string {
  if (octets < 1000) return counted(octets, 'octet', 'octets');
  // 999 960 octets are 1 Mo, not 1 000 ko
  const unit = units.find((one) => Math.round((octets * 10) / one.octets) < 10_000) ?? units[2];
  return `${upToOneDecimal.format(octets / unit.octets)}\u00a0${unit.name}`;
}
