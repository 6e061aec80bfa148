// The shortcodes people and bots use most; an unknown one stays as it was typed.
const NAMES = `large_green_circle 🟢 green_circle 🟢 large_yellow_circle 🟡 yellow_circle 🟡 large_orange_circle 🟠
orange_circle 🟠 red_circle 🔴 large_red_circle 🔴 large_blue_circle 🔵 blue_circle 🔵 white_circle ⚪ black_circle ⚫
large_green_square 🟩 large_yellow_square 🟨 large_orange_square 🟧 large_red_square 🟥 large_blue_square 🟦
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ heavy_multiplication_x ✖️ warning ⚠️
double_vertical_bar ⏸️ no_entry ⛔ information_source ℹ️ question ❓ exclamation ❗ bangbang ‼️ wave 👋 thumbsup 👍 +1 👍
thumbsdown 👎 -1 👎 clap 👏 pray 🙏 eyes 👀 tada 🎉 sparkles ✨ star ⭐ fire 🔥 rocket 🚀 calendar 📆 date 📅 spiral_calendar_pad 🗓️
clock9 🕘 hourglass ⌛ alarm_clock ⏰ bell 🔔 no_bell 🔕 mega 📣 loudspeaker 📢 speech_balloon 💬 memo 📝 pencil 📝 pencil2 ✏️
clipboard 📋 page_facing_up 📄 bar_chart 📊 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 link 🔗 lock 🔒 unlock 🔓
key 🔑 shield 🛡️ house 🏠 office 🏢 police_car 🚓 fire_engine 🚒 hospital 🏥 school 🏫 cop 👮 busts_in_silhouette 👥
bust_in_silhouette 👤 robot_face 🤖 smile 😄 smiley 😃 slightly_smiling_face 🙂 grinning 😀 joy 😂 wink 😉 thinking_face 🤔
confused 😕 cry 😢 heart ❤️ green_heart 💚 yellow_heart 💛 blue_heart 💙 arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️
arrow_upper_right ↗️ arrow_lower_right ↘️ arrows_counterclockwise 🔄 leftwards_arrow_with_hook ↩️ small_blue_diamond 🔹
small_orange_diamond 🔸 black_square_button 🔲 white_square_button 🔳 white_small_square ▫️ black_small_square ▪️ one 1️⃣ two 2️⃣
three 3️⃣ four 4️⃣ five 5️⃣ bulb 💡 mag 🔍 gear ⚙️ wrench 🔧 hammer 🔨 package 📦 inbox_tray 📥 outbox_tray 📤 email 📧 phone ☎️`.split(/\s+/);

const BY_NAME = new Map();
for (let i = 0; i + 1 < NAMES.length; i += 2) BY_NAME.set(NAMES[i], NAMES[i + 1]);

export const emoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => BY_NAME.get(name) || whole);
