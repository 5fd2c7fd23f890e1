// sharp behind Node's own HTTP server, at its best: connections to the origin are kept, sharp's
// cache is off, and each picture takes one thread.
//
//   node sharp-server.mjs MODULES PORT
//
// GET /?source=URL&format=webp[&width=…][&height=…][&quality=…][&effort=…][&half=1][&palette=1][&frames=all]
import { createServer, get, Agent } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, port] = process.argv.slice(2);
const sharp = createRequire(join(modules, 'package.json'))('sharp');
sharp.cache(false);
sharp.concurrency(1);

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function fetched(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume();
        reject(new Error(`the origin answered ${answer.statusCode}`));
        return;
      }
      const bytes = Buffer.allocUnsafeSlow(Number(answer.headers['content-length']));
      let filled = 0;
      answer.on('data', (chunk) => { filled += chunk.copy(bytes, filled); });
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    }).on('error', reject);
  });
}

/** The options of the encoder that were asked for; the others are sharp's own. */
function encoding(query) {
  const options = {};
  if (query.has('quality')) options.quality = Number(query.get('quality'));
  if (query.has('effort')) options.effort = Number(query.get('effort'));
  if (query.has('half')) options.chromaSubsampling = '4:2:0';
  if (query.has('palette')) options.palette = true;
  return options;
}

async function made(query) {
  const source = await fetched(query.get('source'));
  const size = (name) => (query.has(name) ? Number(query.get(name)) : null);
  return sharp(source, { animated: query.get('frames') === 'all', sequentialRead: true })
    .resize(size('width'), size('height'), {
      fit: query.has('height') ? 'cover' : 'inside',
      withoutEnlargement: true,
    })
    .toFormat(query.get('format'), encoding(query))
    .toBuffer();
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/ready') {
    response.end();
    return;
  }
  try {
    const bytes = await made(searchParams);
    response.writeHead(200, {
      'content-type': `image/${searchParams.get('format')}`,
      'content-length': bytes.length,
    });
    response.end(bytes);
  } catch (failure) {
    response.writeHead(500);
    response.end(String(failure));
  }
}).listen(Number(port), '127.0.0.1', 1024);
