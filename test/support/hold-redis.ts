// A process of its own that opens the embedded Redis of a folder, says so in one JSON line, and leaves when its
// standard input ends. Arguments: the data folder.
import { openEmbeddedRedis } from '../../src/store/embedded.ts';

const silent = { info() {}, warn() {}, error() {} };
const redis = await openEmbeddedRedis({ dir: process.argv[2]!, env: process.env, log: silent });
process.stdout.write(`${JSON.stringify({ url: redis.url, source: redis.source })}\n`);
process.stdin.resume();
process.stdin.once('end', () => redis.close().then(() => process.exit(0)));
