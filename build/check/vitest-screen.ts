import '@testing-library/jest-dom/vitest'

import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

/** Milliseconds until something that should come is missed: a second is short where several builds share two cores. */
configure({ asyncUtilTimeout: 30_000 })

afterEach(cleanup)
