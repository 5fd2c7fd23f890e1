// Prints a URL for every option of the vendor's SDKs, one JSON object a line: {sdk, option, url, size?, type?, ignored?, signed}.
// usage: cloudinary-urls.mjs PEER CLOUD SECRET REMOTE; the photo has 640 by 480 pixels, and REMOTE is the URL of another like it.
import { createRequire } from 'node:module';

const [peer, cloud, secret, remote] = process.argv.slice(2);
const require = createRequire(`${peer}/package.json`);
const { v2: server } = require('cloudinary');
const gen = (path) => require(`@cloudinary/url-gen/${path}`);
const { Cloudinary } = require('@cloudinary/url-gen');
server.config({ cloud_name: cloud, api_key: '1', api_secret: secret, urlAnalytics: false });

const lines = [];
const print = (sdk, option, url, expected = {}, signed = false) => lines.push({ sdk, option, url, signed, ...expected });

/** A set of options; signed and unsigned, by both hashes. */
function node(option, options, expected = {}, source = 'folder/photo.jpg') {
  print('node', option, server.url(source, { secure: true, ...options }), expected);
  const hash = lines.length % 2 ? {} : { long_url_signature: true };
  print('node', option, server.url(source, { secure: true, sign_url: true, ...hash, ...options }), expected, true);
}

const one = (option, values, expected = {}) => values.forEach((value) => node(option, { [option]: value }, expected));
const sized = (option, rows) => Object.entries(rows).forEach(([size, sets]) => sets.forEach((set) => node(option, set, { size })));

// How an asset is named.
const whole = { size: '640x480' };
node('nothing', {}, whole);
node('version', { version: 1234567890 }, whole);
node('force_version', { force_version: false }, whole);
node('force_version', { force_version: true, width: 64, crop: 'scale' }, { size: '64x48' });
node('shorten', { shorten: true, width: 64, crop: 'scale' }, { size: '64x48' });
node('format', { format: 'png' }, { ...whole, type: 'image/png' }, 'folder/photo');
node('format', { format: 'webp', width: 64, crop: 'scale' }, { type: 'image/webp' }, 'folder/photo');
node('cname', { secure: false, cname: 'images.example.com', private_cdn: true }, whole);
node('private_cdn', { private_cdn: true, width: 64, crop: 'scale' }, { size: '64x48' });
node('private_cdn', { private_cdn: true, secure: false, width: 64, crop: 'scale' }, { size: '64x48' });
node('cdn_subdomain', { cdn_subdomain: true, secure_cdn_subdomain: true, width: 64, crop: 'scale' }, { size: '64x48' });
node('secure_distribution', { secure_distribution: 'images.example.com', private_cdn: true, width: 64, crop: 'scale' }, { size: '64x48' });
node('url_suffix', { private_cdn: true, url_suffix: 'a-photo', width: 64, crop: 'scale' }, { size: '64x48' }, 'folder/photo');
node('url_suffix', { private_cdn: true, url_suffix: 'a-photo', format: 'png', width: 64, crop: 'scale' }, { size: '64x48', type: 'image/png' }, 'folder/photo');
node('type', { type: 'fetch', width: 64, crop: 'scale' }, { size: '64x48' }, remote);
node('type', { type: 'fetch', fetch_format: 'png', width: 64, crop: 'scale' }, { size: '64x48', type: 'image/png' }, `${remote}?a=b&c=d`);
node('signature_algorithm', { signature_algorithm: 'sha256', width: 64, crop: 'scale' }, { size: '64x48' });
node('public_id', { width: 64, crop: 'scale' }, { size: '64x48' }, 'ünï cödé/a+b (1).jpg');
node('public_id', { width: 64, crop: 'scale' }, { size: '64x48' }, 'c_1/h_photo.jpg');
print('node', 'type', server.url('folder/photo.jpg', { secure: true, type: 'private', sign_url: true }), whole, true);
print('node', 'type', server.url('folder/photo.jpg', { secure: true, type: 'authenticated', sign_url: true, width: 64, crop: 'scale' }), { size: '64x48' }, true);

// Size and crop.
for (const [crop, size] of Object.entries({
  scale: '100x300', fit: '100x75', limit: '100x75', mfit: '640x480', fill: '100x300', lfill: '100x300', pad: '100x300', lpad: '100x300',
  mpad: '640x480', crop: '100x300', thumb: '100x300', fill_pad: '100x300', auto: '100x300', auto_pad: '100x300', imagga_crop: '100x300', imagga_scale: '100x300',
})) {
  node('crop', { width: 100, height: 300, crop, ...(['fill_pad', 'auto', 'auto_pad'].includes(crop) ? { gravity: 'auto' } : {}) }, { size });
}
sized('width', { '320x240': [{ width: 0.5, crop: 'scale' }, { width: 'iw * 0.5', crop: 'scale' }, { size: '320x240', crop: 'scale' }] });
sized('height', { '160x120': [{ height: 120, crop: 'scale' }, { height: 'ih / 4', crop: 'scale' }] });
sized('aspect_ratio', { '320x180': [{ width: 320, aspect_ratio: '16:9', crop: 'fill' }], '300x200': [{ width: 300, aspect_ratio: 1.5, crop: 'fill' }] });
sized('dpr', { '200x150': [{ width: 100, crop: 'scale', dpr: 2 }, { width: 100, crop: 'scale', dpr: '2.0' }], '100x75': [{ width: 100, crop: 'scale', dpr: 'auto' }] });
sized('zoom', { '90x90': [{ width: 90, height: 90, crop: 'thumb', gravity: 'face', zoom: 0.7 }] });
sized('x y', { '50x40': [{ width: 50, height: 40, x: 10, y: 20, crop: 'crop' }, { width: 50, height: 40, x: 0.1, y: 0.2, crop: 'crop' }, { width: 50, height: 40, offset: '1..2', x: 3, y: 4, crop: 'crop' }].slice(0, 2) });
for (const gravity of ['center', 'north', 'north_east', 'east', 'south_east', 'south', 'south_west', 'west', 'north_west', 'auto', 'face', 'faces', 'face:center',
  'face:auto', 'faces:center', 'faces:auto', 'auto:subject', 'auto:classic', 'auto:faces', 'auto:no_faces', 'adv_face', 'adv_faces', 'adv_eyes', 'custom', 'custom:face']) {
  node('gravity', { width: 100, height: 100, crop: 'fill', gravity }, { size: '100x100' });
}
node('gravity', { width: 100, height: 100, crop: 'crop', gravity: 'xy_center', x: 200, y: 200 }, { size: '100x100' });
for (const gravity of ['cat', 'auto:cat', 'ocr_text', 'auto:ocr_text']) {
  node('gravity', { width: 100, height: 100, crop: 'fill', gravity }, { size: '100x100', ignored: [`g_${gravity}`] });
}
node('responsive_width', { responsive_width: true, width: 100, height: 100, crop: 'fill' }, { size: '100x100' });
for (const width of ['auto', 'auto:20', 'auto:20:350', 'auto:breakpoints', 'auto:breakpoints_100_1900_20_15']) {
  node('width', { width, crop: 'scale' }, width === 'auto:20:350' ? { size: '350x263' } : {});
}
node('width', { width: 'auto:breakpoints:json', crop: 'scale' }, { ignored: ['w_auto:breakpoints:json'] });

// Look.
one('angle', [90, 270, -90], { size: '480x640' });
one('angle', [180, 0, 'hflip', 'vflip', 'exif', 'ignore', ['hflip', 'vflip']], whole);
one('angle', [45, [20, 'hflip'], -12]);
node('angle', { angle: 'auto_right', width: 100, height: 200, crop: 'fill' }, { size: '100x200' });
node('angle', { angle: 'auto_left', width: 100, height: 200, crop: 'fill' }, { size: '100x200' });
one('radius', [0, 20, 'max', [10], [10, 20], [10, 20, 30], [10, 20, 30, 40], '10:20'], whole);
one('opacity', [0, 50, 100], whole);
one('border', ['5px_solid_red', { width: 5, color: 'black' }, { width: 5, color: '#ff00ff80' }], { size: '650x490' });
for (const background of ['red', '#3e2222', '#3e222280', 'transparent', 'auto', 'auto:border', 'auto:border_gradient', 'auto:border_gradient:4', 'blurred', 'blurred:400:15']) {
  node('background', { width: 300, height: 300, crop: 'pad', background }, { size: '300x300' });
}
one('color', ['red', '#aabbcc'], whole);
one('default_image', ['other.png'], whole);
node('default_image', { default_image: 'clear.png', width: 60, crop: 'scale' }, { size: '60x45' }, 'missing.jpg');

// Effects that the helpers of the SDK know, and the rest of the documented ones.
for (const effect of ['sharpen', 'sharpen:400', 'unsharp_mask:500', 'blur', 'blur:300', 'grayscale', 'blackwhite', 'blackwhite:40', 'sepia', 'sepia:50', 'negate',
  'brightness:30', 'brightness_hsb:-50', 'contrast:20', 'contrast:-20', 'saturation:-70', 'vibrance:70', 'hue:40', 'gamma:50', 'red:50', 'green:-30', 'blue:90', 'auto_brightness',
  'auto_color:50', 'auto_contrast:80', 'improve', 'improve:indoor:30', 'fill_light', 'fill_light:70:20', 'colorize:50', 'tint:100:red:blue:yellow', 'tint:equalize:80:red:blue',
  'tint:50:red:0p:white:50p:black', 'replace_color:saddlebrown', 'replace_color:2F4F4F:20:white', 'make_transparent:20', 'opacity_threshold:40', 'ordered_dither:4',
  'simulate_colorblind', 'simulate_colorblind:tritanopia', 'pixelate', 'pixelate:20', 'oil_paint:40', 'cartoonify', 'cartoonify:30:50', 'cartoonify:20:bw', 'vignette:60',
  'gradient_fade', 'gradient_fade:symmetric:50', 'outline:outer:8:200', 'outline:inner:5', 'outline:fill:5', 'assist_colorblind', 'assist_colorblind:xray', 'morphology:method_dilate', 'recolor:0.3:0.7:0.1:0.3:0.6:0.1:0.2:0.5:0.1', ['saturation', 50], { sepia: 30 }]) {
  one('effect', [effect], whole);
}
one('effect', ['shadow', 'shadow:60', 'trim', 'trim:20:white', 'distort:arc:180', 'distort:40:25:280:60:260:155:35:165', 'shear:20:0']);
node('effect', { effect: 'blur_region:400', x: 10, y: 10, width: 100, height: 50 }, whole);
node('effect', { effect: 'pixelate_region:20', x: 10, y: 10, width: 100, height: 50 }, whole);
for (const effect of ['art:audrey', 'theme:color_black', 'ordered_dither:12', 'gradient_fade:symmetric_pad',
  'background_removal', 'bgremoval', 'dropshadow', 'upscale', 'gen_restore', 'gen_remove:prompt_cat', 'gen_recolor:prompt_cat;to-color_red', 'gen_replace:from_cat;to_dog', 'gen_background_replace',
  'extract:prompt_cat', 'enhance', 'redeye', 'adv_redeye', 'vectorize', 'viesus_correct', 'style_transfer', 'loop', 'fade:200', 'reverse', 'no_such_effect']) {
  one('effect', [effect], { ...whole, ignored: [`e_${effect}`] });
}

// The result.
for (const [format, type] of Object.entries({ auto: 'image/jpeg', jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', gif: 'image/gif' })) {
  node('fetch_format', { fetch_format: format, width: 64, crop: 'scale' }, { size: '64x48', type });
}
for (const format of ['mp4', 'jp2', 'heic', 'pdf']) {
  node('fetch_format', { fetch_format: format, width: 64, crop: 'scale' }, { ignored: [`f_${format}`] });
}
one('quality', [1, 80, 100, 'auto', 'auto:best', 'auto:good', 'auto:eco', 'auto:low', 'auto:sensitive', 'auto:low:sensitive', '80:420', '80:444', 'jpegmini', 'jpegmini:1', 0.4], whole);
one('flags', ['progressive', 'progressive:semi', 'progressive:steep', 'progressive:none', 'lossy', 'strip_profile', 'force_strip', 'keep_iptc', 'force_icc',
  'preserve_transparency', 'any_format', 'animated', 'awebp', 'png8', 'png24', 'png32', 'attachment', 'attachment:a-name', 'immutable_cache', 'original', 'rasterize',
  'sanitize', 'ignore_aspect_ratio', 'tiff8_lzw', ['lossy', 'progressive']], whole);
one('color_space', ['srgb', 'tinysrgb', 'no_cmyk', 'copy', 'srgb:truecolor'], whole);
one('density', [72, 300], whole);
one('page', [1], whole);
for (const key of ['cmyk', 'keep_cmyk', 'icc:a.icc']) {
  one('color_space', [key], { ...whole, ignored: [`cs_${key}`] });
}
node('prefix', { prefix: 'a' }, whole);

// Named, raw and chained.
one('transformation', ['card', ['card']], { size: '80x60' });
one('named', [], {});
node('raw_transformation', { raw_transformation: 'w_100,c_scale' }, { size: '100x75' });
node('raw_transformation', { raw_transformation: 'w_100,c_scale', effect: 'sepia' }, { size: '100x75' });
node('transformation', { transformation: [{ width: 200, crop: 'scale' }, { width: 50, height: 50, crop: 'crop' }, { angle: 90 }] }, { size: '50x50' });

// Conditions and variables.
const chain = (transformation, expected) => node('transformation', { transformation }, expected);
chain([{ if: 'w > 100 && ar gte 4:3', width: 100, crop: 'scale' }], { size: '100x75' });
chain([{ if: 'w_lt_100' }, { width: 50, crop: 'scale' }, { if: 'else' }, { width: 90, crop: 'scale' }, { if: 'end' }], { size: '90x68' });
chain([{ if: 'iw = 640 || fc > 0', width: 100, crop: 'scale' }], { size: '100x75' });
chain([{ if: "!a! in tags", width: 100, crop: 'scale' }], whole);
chain([{ if: "!a! nin tags", width: 100, crop: 'scale' }], { size: '100x75' });
chain([{ $size: 120 }, { width: '$size', crop: 'scale' }], { size: '120x90' });
chain([{ $size: 'iw / 8' }, { width: '$size * 2', crop: 'scale' }], { size: '160x120' });
chain([{ variables: [['$a', 10], ['$b', '$a * 5']], width: '$a + $b', crop: 'scale' }], { size: '60x45' });
chain([{ $mode: '!sepia!' }, { effect: '$mode:50' }], whole);
chain([{ $words: '!hello!' }, { overlay: 'text:Arial_40:$(words)' }], whole);
chain([{ width: 'w - 40', crop: 'scale' }, { width: 'w ^ 1', height: 'h / 9', crop: 'crop' }], { size: '600x50' });

// Layers.
const layer = (overlay, more = {}, expected = whole) => node('overlay', { overlay, ...more }, expected);
layer('folder:clear', {}, whole);
layer({ public_id: 'folder/clear' });
layer({ public_id: 'clear', format: 'png' });
layer({ public_id: 'clear', resource_type: 'image', type: 'upload' });
layer({ url: remote }, { width: 50, crop: 'scale' });
layer(`fetch:${remote}`, { width: 50, crop: 'scale' });
layer('clear', { gravity: 'south_east', x: 10, y: 20, width: 50, crop: 'scale' });
layer('clear', { gravity: 'north', effect: 'sepia', opacity: 50, radius: 'max', angle: 20, border: '2px_solid_red' });
layer('clear', { flags: 'tiled' });
layer('clear', { flags: ['relative', 'no_overflow'], width: 0.4, crop: 'scale' });
layer('clear', { flags: 'cutter' }, {});
layer('clear', { gravity: 'south_east', x: -20, y: -20 }, { size: '660x500' });
layer('clear', { gravity: 'south_east', x: -20, y: -20, flags: 'no_overflow' });
node('underlay', { underlay: 'clear' }, whole);
node('underlay', { underlay: { public_id: 'folder/clear' }, width: 700, height: 500, crop: 'scale' }, { size: '700x500' });
for (const effect of ['multiply', 'screen', 'overlay', 'mask', 'cut_out']) {
  chain([{ overlay: 'clear' }, { flags: 'layer_apply', effect }], effect === 'mask' || effect === 'cut_out' ? {} : whole);
}
chain([{ overlay: 'clear' }, { width: 60, crop: 'scale' }, { effect: 'sepia' }, { flags: 'layer_apply', gravity: 'west', x: 5 }], whole);
chain([{ overlay: 'clear' }, { overlay: 'text:Arial_12:in' }, { flags: 'layer_apply' }, { flags: 'layer_apply', gravity: 'north' }], whole);
chain([{ overlay: 'clear' }, { effect: 'displace', flags: 'layer_apply', x: 5, y: 5 }], whole);
layer({ resource_type: 'video', public_id: 'clip' }, {}, { ...whole, ignored: ['l_video:clip'] });
layer({ resource_type: 'subtitles', public_id: 'words.srt' }, {}, { ...whole, ignored: ['l_subtitles:words.srt'] });
layer('lut:table.3dl', {}, { ...whole, ignored: ['l_lut:table.3dl'] });

// Text with every style.
const text = (style, more = {}, expected = whole) => layer({ text: 'Some, words / 50% é', font_family: 'Arial', font_size: 20, ...style }, more, expected);
text({});
for (const style of [{ font_weight: 'bold' }, { font_weight: 'thin' }, { font_weight: 'light' }, { font_weight: 700 }, { font_style: 'italic' }, { text_decoration: 'underline' },
  { text_decoration: 'strikethrough' }, { text_align: 'center' }, { text_align: 'right' }, { text_align: 'justify' }, { text_align: 'start' }, { text_align: 'end' }, { letter_spacing: 4 },
  { letter_spacing: -1.5 }, { line_spacing: 10 }, { font_antialiasing: 'best' }, { font_antialiasing: 'none' }, { font_hinting: 'full' }, { stroke: 'stroke' },
  { font_family: 'Roboto' }, { font_family: 'Open Sans', font_weight: 'bold', font_style: 'italic', text_decoration: 'underline', letter_spacing: 2 }]) {
  text(style, style.stroke ? { border: '2px_solid_red' } : {});
}
text({}, { color: 'red' });
text({}, { color: '#ff000080', background: 'yellow' });
text({}, { width: 80, crop: 'fit' });
text({}, { width: 80, height: 30, crop: 'fit' });
text({}, { angle: 45, opacity: 40 });
text({}, { gravity: 'south', y: 20 });
text({}, { flags: 'no_overflow' });
text({ font_family: 'No Such Font' }, {}, { ...whole, ignored: ['l_text:No Such Font_20:Some%2C words %2F 50% %C3%A9'] });
node('underlay', { underlay: { text: 'below', font_family: 'Arial', font_size: 20 } }, whole);

// Videos: told, and left alone.
for (const [option, value, raw] of [['video_codec', 'h264', 'vc_h264'], ['audio_codec', 'aac', 'ac_aac'], ['audio_frequency', 44100, 'af_44100'], ['bit_rate', '250k', 'br_250k'],
  ['fps', 24, 'fps_24'], ['keyframe_interval', 2, 'ki_2'], ['start_offset', 2, 'so_2'], ['end_offset', 5, 'eo_5'], ['duration', 3, 'du_3'], ['video_sampling', 20, 'vs_20'], ['delay', 20, 'dl_20'],
  ['streaming_profile', 'hd', 'sp_hd'], ['custom_function', { function_type: 'wasm', source: 'a.wasm' }, 'fn_wasm:a.wasm']]) {
  node(option, { [option]: value }, { ignored: [raw] });
}

// The builder: every action, and every qualifier of each.
const adjust = gen('actions/adjust'), effect = gen('actions/effect'), resize = gen('actions/resize'), delivery = gen('actions/delivery');
const gravity = gen('qualifiers/gravity'), background = gen('qualifiers/background'), source = gen('qualifiers/source'), region = gen('qualifiers/region');
const { Position } = gen('qualifiers/position');
const { TextStyle } = gen('qualifiers/textStyle');
const builder = new Cloudinary({ cloud: { cloudName: cloud }, url: { analytics: false } });
const values = (path) => Object.entries(gen(`qualifiers/${path}`)).filter(([, make]) => typeof make === 'function' && make.length === 0 && !/^[A-Z]/.test(make.name ?? ''));

function build(option, action, expected = whole) {
  const image = builder.image('folder/photo.jpg');
  (Array.isArray(action) ? action : [action]).forEach((step) => (typeof step === 'string' ? image.addTransformation(step) : image.addAction(step)));
  print('url-gen', option, image.toURL(), expected);
}
const reported = (option, action, ignored) => build(option, action, { ignored });

for (const name of ['autoBrightness', 'autoColor', 'autoContrast', 'blue', 'brightness', 'brightnessHSB', 'contrast', 'gamma', 'green', 'hue', 'opacityThreshold', 'red', 'saturation', 'sharpen',
  'unsharpMask', 'vibrance']) {
  build(name, adjust[name]());
  build(name, adjust[name](40));
}
build('fillLight', adjust.fillLight().blend(50).bias(20));
for (const [, mode] of values('improveMode')) {
  build('improve', adjust.improve().mode(mode()).blend(50));
}
build('opacity', adjust.opacity(40));
build('recolor', adjust.recolor([[0.3, 0.7, 0.1], [0.3, 0.6, 0.1], [0.2, 0.5, 0.1]]));
build('recolor', adjust.recolor([[0.3, 0.7, 0.1, 0], [0.3, 0.6, 0.1, 0], [0.2, 0.5, 0.1, 0], [0, 0, 0, 1]]));
build('replaceColor', adjust.replaceColor('saddlebrown').tolerance(20).fromColor('2F4F4F'));
build('tint', adjust.tint('100:red:blue:yellow'));
reported('by3dLut', adjust.by3dLut('table.3dl'), ['l_lut:table.3dl']);
reported('viesusCorrect', adjust.viesusCorrect(), ['e_viesus_correct']);

for (const name of ['blackwhite', 'blur', 'cartoonify', 'colorize', 'makeTransparent', 'oilPaint', 'pixelate', 'sepia', 'vignette']) {
  build(name, effect[name]());
  build(name, effect[name](30));
}
build('grayscale', effect.grayscale());
build('negate', effect.negate());
build('cartoonify', effect.cartoonify(20).lineStrength(30));
build('cartoonify', effect.cartoonify(20).blackwhite());
build('colorize', effect.colorize(40).color('red'));
build('makeTransparent', effect.makeTransparent(30).colorToReplace('red'));
build('blur', effect.blur(300).region(region.custom().x(10).y(10).width(100).height(50)));
build('pixelate', effect.pixelate(20).region(region.custom().x(10).y(10).width(100).height(50)));
build('shadow', effect.shadow(50).offsetX(10).offsetY(-10).color('green'), {});
build('gradientFade', effect.gradientFade().strength(50).type('symmetric').horizontalStartPoint(0.2).verticalStartPoint(0.3));
for (const [name, mode] of values('outlineMode')) {
  const action = effect.outline().mode(mode()).width(10).blurLevel(20).color('red');
  build('outline', action, whole);
}
for (const [, condition] of values('simulateColorBlind')) {
  build('simulateColorBlind', effect.simulateColorBlind().condition(condition()));
}
for (const [, dither] of values('dither')) {
  const level = Number(dither());
  build('dither', effect.dither(dither()), level > 5 ? { ...whole, ignored: [`e_ordered_dither:${level}`] } : whole);
}
for (const [, filter] of values('artisticFilter')) {
  reported('artisticFilter', effect.artisticFilter(filter()), [`e_art:${filter()}`]);
}
build('assistColorBlind', effect.assistColorBlind().stripesStrength(20), whole);
build('assistColorBlind', effect.assistColorBlind().xray(), whole);
for (const [name, raw] of Object.entries({ advancedRedEye: 'adv_redeye', backgroundRemoval: 'background_removal', enhance: 'enhance', generativeRestore: 'gen_restore', redEye: 'redeye', upscale: 'upscale',
  dropShadow: 'dropshadow', vectorize: 'vectorize', boomerang: 'boomerang', reverse: 'reverse', transition: 'transition', accelerate: 'accelerate', deshake: 'deshake', loop: 'loop', noise: 'noise' })) {
  reported(name, effect[name](), [`e_${raw}`]);
}
reported('fadeIn', effect.fadeIn(200), ['e_fade:200']);
reported('fadeOut', effect.fadeOut(200), ['e_fade:-200']);
reported('theme', effect.theme('black'), ['e_theme:color_black']);

build('trim', gen('actions/reshape').trim().colorSimilarity(20).colorOverride('white'), {});
build('distort', gen('actions/reshape').distort([40, 25, 280, 60, 260, 155, 35, 165]), {});
build('distortArc', gen('actions/reshape').distortArc(90), {});
build('shear', gen('actions/reshape').shear(20, 0), {});
build('cutByImage', gen('actions/reshape').cutByImage(source.image('clear')), {});

for (const [name, size] of Object.entries({
  scale: '100x300', fit: '100x75', limitFit: '100x75', minimumFit: '640x480', fill: '100x300', limitFill: '100x300', pad: '100x300', limitPad: '100x300', minimumPad: '640x480', crop: '100x300',
  thumbnail: '100x300', fillPad: '100x300', auto: '100x300', autoPad: '100x300', imaggaCrop: '100x300', imaggaScale: '100x300',
})) {
  const action = resize[name](100, 300);
  build(name, ['fillPad', 'auto', 'autoPad'].includes(name) ? action.gravity(gravity.autoGravity()) : action, { size });
}
for (const [, ratio] of values('aspectRatio').filter(([name]) => name.startsWith('ar'))) {
  build('aspectRatio', resize.fill().width(120).aspectRatio(ratio()), {});
}
build('aspectRatio', resize.scale(100).aspectRatio(gen('qualifiers/aspectRatio').ignoreInitialAspectRatio()), {});
build('relative', resize.scale().width(0.5).relative(), { size: '320x240' });
build('expression', resize.scale(gen('qualifiers/expression').expression('iw / 2')), { size: '320x240' });
build('zoom', resize.thumbnail(90, 90).gravity(gravity.focusOn(gen('qualifiers/focusOn').face())).zoom(0.7), { size: '90x90' });
build('offset', resize.crop(50, 40).x(10).y(20), { size: '50x40' });
build('offset', resize.pad(300, 300).offsetX(10).offsetY(20).background(background.color('red')), { size: '300x300' });
reported('liquidRescaling', resize.scale(300, 300).liquidRescaling(), ['g_liquid']);
for (const [, compass] of values('compass')) {
  build('compass', resize.fill(100, 100).gravity(gravity.compass(compass())), { size: '100x100' });
}
build('xyCenter', resize.crop(100, 100).gravity(gravity.xyCenter()).x(200).y(200), { size: '100x100' });
for (const [name, thing] of values('focusOn')) {
  const known = /^(?:face|faces|advanced.*)$/.test(name);
  build('focusOn', resize.fill(100, 100).gravity(gravity.focusOn(thing())), known ? { size: '100x100' } : { size: '100x100', ignored: [`g_${thing()}`] });
}
for (const [name, make] of Object.entries({
  auto: background.auto(), border: background.border(), borderGradient: background.borderGradient().gradientColors(4).gradientDirection('vertical'), color: background.color('red'),
  blurred: background.blurred().intensity(300).brightness(20),
})) {
  build(`background ${name}`, resize.pad(300, 300).background(make), { size: '300x300' });
}
reported('generativeFill', resize.pad(300, 300).background(background.generativeFill()), ['b_gen_fill']);
const colors = Object.values(gen('qualifiers/color').Color).filter((name) => !['fractal', 'opaque', 'none'].includes(name));
for (const name of ['fractal', 'opaque', 'none']) {
  build('color', `co_${name}`, { ...whole, ignored: [`co_${name}`] });
}
for (let from = 0; from < colors.length; from += 100) {
  build('color', colors.slice(from, from + 100).map((name) => `co_${name}`).join('/'), whole);
}

build('rotate', gen('actions/rotate').byAngle(90), { size: '480x640' });
for (const [, mode] of values('rotationMode')) {
  build('rotationMode', gen('actions/rotate').mode(mode()));
}
build('roundCorners', gen('actions/roundCorners').byRadius(10, 20, 30, 40));
build('roundCorners', gen('actions/roundCorners').max());
build('border', gen('actions/border').solid(5, 'red'), { size: '650x490' });
for (const [name, mode] of values('colorSpace')) {
  build('colorSpace', delivery.colorSpace(mode()), /^(?:cmyk|keepCmyk)$/.test(name) ? { ...whole, ignored: [`cs_${mode()}`] } : whole);
}
build('density', delivery.density(150));
build('defaultImage', delivery.defaultImage('clear.png'));
build('dpr', [resize.scale(100), delivery.dpr('2.0')], { size: '100x75' });
build('dpr', delivery.dpr('auto'));
for (const [, quality] of values('quality')) {
  build('quality', delivery.quality(quality()));
}
build('quality', delivery.quality(80).chromaSubSampling(gen('qualifiers/chromaSubSampling').chroma444()));
build('quality', delivery.quality(80).quantization(20));
for (const [, mode] of values('progressive')) {
  build('progressive', delivery.format('jpg').progressive(mode()));
}
build('lossy', delivery.format('auto').lossy());
build('preserveTransparency', delivery.format('auto').preserveTransparency());
build('namedTransformation', gen('actions/namedTransformation').name('card'), { size: '80x60' });
build('ifCondition', gen('actions/conditional').ifCondition('iw_gt_100', gen('transformation/Transformation').Transformation ? new (gen('transformation/Transformation').Transformation)().resize(resize.scale(100)) : undefined), { size: '100x75' });
const variable = gen('actions/variable');
build('variable', [variable.set('a', 100), resize.scale('$a')], { size: '100x75' });
build('variable', [variable.setInteger('a', 100), resize.scale('$a')], { size: '100x75' });
build('variable', [variable.setFloat('a', 0.5), resize.scale('$a')], { size: '320x240' });
build('variable', [variable.setString('a', 'sepia'), 'e_$a']);
build('variable', [variable.setAssetReference('a', 'clear'), 'l_$a']);

for (const [, flag] of values('flag')) {
  const name = flag().toString().replace('fl_', '');
  const told = /^(?:clip|clip_evenodd|hlsv3|ignore_mask_channels|keep_dar|mono|splice|truncate_ts|waveform|keep_attribution)$/.test(name);
  if (!/layer_apply/.test(name)) {
    build('flag', `fl_${name}`, name === 'getinfo' ? { type: 'application/json' } : told ? { ignored: [`fl_${name}`] } : whole);
  }
}
const place = () => new Position().gravity(gravity.compass('south_east')).offsetX(10).offsetY(20);
const transformed = (build) => new (gen('transformation/Transformation').Transformation)().addAction(build);
const { source: over } = gen('actions/overlay');
build('overlay', over(source.image('clear')).position(place()));
build('overlay', over(source.image('folder/clear').transformation(transformed(resize.scale(50)))).position(place().tiled()));
build('overlay', over(source.image('clear')).position(place().allowOverflow(false)));
build('overlay', over(source.fetch(remote).transformation(transformed(resize.scale(50)))));
for (const [, blend] of values('blendMode')) {
  build('blendMode', over(source.image('clear')).blendMode(blend()), /mask/.test(String(blend())) ? {} : whole);
}
reported('blendMode', over(source.image('clear')).blendMode(gen('qualifiers/blendMode').antiRemoval(20)), ['e_anti_removal:20']);
build('underlay', gen('actions/underlay').source(source.image('clear')), whole);
const words = (style) => over(source.text('Some, words / 50% é', style).textColor('red').backgroundColor('yellow'));
build('text', words(new TextStyle('Arial', 20)));
for (const [path, setter] of [['fontWeight', 'fontWeight'], ['fontStyle', 'fontStyle'], ['FontAntialias', 'fontAntialias'], ['fontHinting', 'fontHinting'], ['textAlignment', 'textAlignment'], ['textDecoration', 'textDecoration']]) {
  for (const [, value] of values(path)) {
    build(`text ${setter}`, words(new TextStyle('Arial', 20)[setter](value())));
  }
}
build('text spacing', words(new TextStyle('Arial', 20).letterSpacing(4).lineSpacing(10)));
build('text stroke', words(new TextStyle('Arial', 20).stroke(gen('qualifiers/textStroke').solid(2, 'red'))));
build('text fit', over(source.text('Some words to wrap', new TextStyle('Arial', 20)).textFit(gen('qualifiers/textFit').size(80, 60))));
reported('video layer', over(source.video('clip')), ['l_video:clip']);
build('extract', gen('actions/extract').getPage().byNumber(1), whole);

lines.forEach((line) => console.log(JSON.stringify(line)));
