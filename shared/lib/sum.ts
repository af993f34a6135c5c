export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

export const sumOf = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, each) => total + of(each), 0)
