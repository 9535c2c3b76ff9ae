// An inventor in a thread of its own: answers one question after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { type Invention, inventorHere } from './inventor.ts'

export type Asked = { ask: 'invent' | 'write'; numbers: [number, number] } | { ask: 'counts' }

const { keyring, ...given }: Invention = workerData
// Buffers arrive as plain bytes.
const inventor = inventorHere({
  ...given,
  keyring: {
    ...keyring,
    kek: Buffer.from(keyring.kek),
    index_key: Buffer.from(keyring.index_key),
  },
})

parentPort?.on('message', async (asked: Asked) => {
  if (asked.ask === 'invent') return parentPort?.postMessage(await inventor.invent(...asked.numbers))
  if (asked.ask === 'counts') return parentPort?.postMessage(await inventor.counts())
  const written = await inventor.write(...asked.numbers)
  const moved = written.texts.map(([, text]) => text.buffer)
  return parentPort?.postMessage(written, moved)
})
