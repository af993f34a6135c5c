import type { Market } from './market.ts'

/** Invented people and firms of a Spanish list of metal and machine shops. */
export const SPAIN: Market = {
  given:
    `Ana Luis Marta Jorge Lucía Óscar Inés Marc Pau Iker Elena Rosa Juan Pedro Nuria Sonia Carla Hugo Daniel Vera
    Joaquín Ainhoa Begoña Raúl Íñigo Mónica Sergio Teresa Xavier Montserrat Andrés Pilar Gonzalo Olga Ramón`.split(
      /\s+/,
    ),
  family:
    `García López Pérez Zubia Roa Ruiz Vega Soto Cano Mora Gil Sanz Rey Pons Vidal Núñez Ibáñez Etxeberria Ferrer
    Castro Iglesias Prieto Muñoz Ortega Peña Gallego Bravo Lozano Cabrera Riera Solà Otero Ugarte Crespo`.split(
      /\s+/,
    ),
  familyNames: 2,
  firms:
    `Forjas Talleres Mecanizados Fundiciones Estampaciones Calderería Aceros Troqueles Matricería Soldaduras
    Cerrajería Tornillería Tubos Maquinaria Hidráulica`.split(/\s+/),
  places:
    `Arlanza Nervión Jalón Turia Besòs Urumea Bidasoa Cinca Oria Deba Segre Nalón Alberche Duratón Eresma Guadiel
    Iregua Tormes Cidacos Zadorra Queiles Najerilla Aragonza Valdemoro Moncayo`.split(/\s+/),
  endings: ['S.L.', 'S.A.', 'S.L.U.', 'e Hijos, S.L.', 'Hermanos, S.L.'],
  industries: ['Metalurgia', 'Maquinaria', 'Automoción', 'Construcción', 'Energía', 'Alimentación'],
  titles: [
    'Gerente',
    'Directora de operaciones',
    'Director de producción',
    'Responsable de compras',
    'Jefe de taller',
    'Administración',
    'Director técnico',
    'Responsable de mantenimiento',
  ],
  towns: [
    { city: 'Madrid', province: 'Madrid', country: 'ES', postal: '28', area: '819' },
    { city: 'Barcelona', province: 'Barcelona', country: 'ES', postal: '08', area: '839' },
    { city: 'Sabadell', province: 'Barcelona', country: 'ES', postal: '08', area: '839' },
    { city: 'Bilbao', province: 'Bizkaia', country: 'ES', postal: '48', area: '849' },
    { city: 'Eibar', province: 'Gipuzkoa', country: 'ES', postal: '20', area: '849' },
    { city: 'Zaragoza', province: 'Zaragoza', country: 'ES', postal: '50', area: '879' },
    { city: 'Valencia', province: 'Valencia', country: 'ES', postal: '46', area: '869' },
    { city: 'Gijón', province: 'Asturias', country: 'ES', postal: '33', area: '859' },
    { city: 'Pamplona', province: 'Navarra', country: 'ES', postal: '31', area: '849' },
    { city: 'Las Palmas de Gran Canaria', province: 'Las Palmas', country: 'ES', postal: '35', area: '828' },
  ],
  sources: { 'Feria Metal': 30, 'Lista comprada': 35, Web: 18, Google: 9, Recomendación: 8 },
  campaigns: ['Otoño metal', 'Taller eficiente', 'Feria 2'],
  notes: [
    'Renueva dos tornos este año.',
    'Lo lleva su cuñado, muy amable.',
    'Le interesa reducir paradas.',
    'Compara con otro proveedor.',
    'Pide ficha técnica antes de hablar.',
    'Mejor por la tarde, después del turno.',
    'Exporta a Portugal y Francia.',
    'Quiere ver el retorno en doce meses.',
  ],
  evidence: [
    'Tiene partida aprobada para este ejercicio.',
    'Firma él hasta cierta cantidad.',
    'Pierde seis horas a la semana en ajustes.',
    'Quiere tenerlo antes del cierre.',
    'Lo decide con su socia.',
  ],
  problems: [
    'Las paradas no planificadas les cuestan un turno al mes.',
    'Rehacen un 4 % de las piezas por ajustes manuales.',
    'No saben qué máquina está libre hasta que van a verla.',
  ],
}
