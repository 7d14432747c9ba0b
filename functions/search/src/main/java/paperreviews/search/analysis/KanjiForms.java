package paperreviews.search.analysis;

/** Old and variant forms of kanji, and the radicals that PDF files have in their place. */
final class KanjiForms {
  /** Pairs: a form, and the one that is usual today. */
  private static final String FORMS =
      """
      亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 隱隠 榮栄 營営 衞衛 驛駅 圓円 鹽塩 艷艶 應応 歐欧 毆殴 櫻桜 奧奥
      橫横 溫温 穩穏 假仮 價価 畫画 會会 壞壊 懷懐 繪絵 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 勸勧 卷巻 歡歓 罐缶
      觀観 關関 陷陥 巖巌 顏顔 歸帰 氣気 龜亀 僞偽 戲戯 犧犠 舊旧 據拠 擧挙 峽峡 挾挟 狹狭 曉暁 區区 驅駆
      勳勲 徑径 惠恵 溪渓 經経 繼継 莖茎 螢蛍 輕軽 鷄鶏 藝芸 缺欠 儉倹 劍剣 圈圏 檢検 權権 獻献 縣県 險険
      顯顕 驗験 嚴厳 效効 廣広 恆恒 鑛鉱 號号 國国 濟済 碎砕 齋斎 劑剤 冊冊 雜雑 參参 慘惨 棧桟 蠶蚕 贊賛
      殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 舍舎 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 肅粛 處処 敍叙 奬奨
      將将 燒焼 稱称 證証 乘乗 剩剰 壤壌 孃嬢 條条 淨浄 疊畳 讓譲 釀醸 囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽
      圖図 粹粋 醉酔 隨随 髓髄 數数 樞枢 聲声 靜静 齊斉 攝摂 竊窃 專専 戰戦 淺浅 潛潜 纖繊 踐践 錢銭 禪禅
      雙双 壯壮 搜捜 插挿 爭争 總総 聰聡 莊荘 裝装 騷騒 臟臓 藏蔵 屬属 續続 墮堕 對対 體体 帶帯 滯滞 擇択
      澤沢 單単 擔担 膽胆 團団 彈弾 斷断 癡痴 遲遅 晝昼 蟲虫 鑄鋳 廳庁 聽聴 敕勅 鎭鎮 轉転 點点 傳伝 黨党
      盜盗 燈灯 當当 鬪闘 獨独 讀読 屆届 貳弐 惱悩 腦脳 霸覇 廢廃 拜拝 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘
      濱浜 甁瓶 拂払 佛仏 竝並 變変 邊辺 邉辺 辨弁 瓣弁 辯弁 舖舗 寶宝 豐豊 沒没 萬万 滿満 默黙 彌弥 藥薬
      譯訳 豫予 餘余 與与 譽誉 搖揺 樣様 謠謡 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 鄰隣 壘塁 淚涙 勵励
      禮礼 函関 畱留 隸隷 靈霊 齡齢 曆暦 歷歴 戀恋 爐炉 勞労 樓楼 錄録 灣湾 瀧滝 强強 髙高 﨑崎 嵜崎 碕崎 濵浜 德徳
      增増 槪概 每毎 海海 旣既 淸清 靑青 步歩 緖緒 諸諸 着着 虛虚 敎教 晴晴 査査 產産 硏研 稅税 說説 脫脱
      銳鋭 黑黒 卽即 顚顛 塡填 剝剥 頰頬 噓嘘 吳呉 娛娯 悅悦 閱閲 戶戸 戾戻 涉渉 賓賓 頻頻 曾曽 槇槙 遙遥
      ⺠民 ⻁虎 ⻄西 ⻑長 ⻘青 ⻝食 ⻤鬼 ⻩黄 ⻭歯 ⻯竜 ⻲亀 ⺝月 ⻣骨 ⻨麦 ⻆角 ⻅見 ⻉貝 ⻋車 ⻓長 ⻔門
      ⻙韋 ⻚頁 ⻛風 ⻜飛 ⻢馬 ⻥魚 ⻦鳥 ⻬斉 ⻮歯 ⻰竜 ⺟母 ⺩王 ⺬示 ⺭示 ⺮竹 ⺷羊 ⺸羊 ⺼肉 ⺾草 ⻌辶
      """;

  private static final char[] TODAY = new char[Character.MAX_VALUE + 1];

  static {
    for (var pair : FORMS.strip().split("\\s+")) {
      TODAY[pair.charAt(0)] = pair.charAt(1);
    }
  }

  private KanjiForms() {}

  /** The usual form of a kanji, or any other character itself. */
  static char today(char character) {
    return TODAY[character] == 0 ? character : TODAY[character];
  }
}
