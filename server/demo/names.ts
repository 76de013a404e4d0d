/** Given and family names by where families come from; a patient takes both from one row. */
export const names: readonly { given: readonly string[]; family: readonly string[]; weight: number }[] = [
  {
    weight: 5,
    given:
      'Hugh Nathan Janelle Walter Doris Owen Bea Leon Carla Marcus Elise Grace Wyatt Nora Clifford Harriet'.split(
        ' ',
      ),
    family:
      'Castellano Cole Whitcomb Brzezinski Hollis Bell Marsh Abbott Pruitt Langley Thatcher Doyle Beckett Sawyer'.split(
        ' ',
      ),
  },
  {
    weight: 4,
    given:
      'Rosa Lucía Mateo Ximena Joaquín Beatriz Andrés Paloma Tomás Inés Camila Rodrigo Esperanza Álvaro'.split(
        ' ',
      ),
    family:
      'Delgado|Ferrer|Ramírez|Ortega Ruiz|Villanueva|Cordero|Peña|Salazar|Montoya|García Luna|Zamora|Quintero'.split(
        '|',
      ),
  },
  {
    weight: 2,
    given: 'Sam Ifeoma Chidi Ngozi Tunde Adaeze Kwame Abena Folake Emeka Zainab Kofi'.split(' '),
    family: 'Oyelaran Nwosu Adeyemi Mensah Abara Eze Boateng Balogun Okonkwo Asante Danjuma'.split(' '),
  },
  {
    weight: 2,
    given: 'Anh Minh Linh Thuy Bao Huong Quang Mai Duc Lan Khoa Phuong'.split(' '),
    family: 'Pham Nguyễn Trần Lê Võ Đặng Bùi Hoàng Huỳnh Dương'.split(' '),
  },
  {
    weight: 2,
    given: 'Yuki Haruto Aiko Kenji Sora Naomi Ren Emiko Daichi Hana'.split(' '),
    family: 'Tanabe Mori Fujita Okada Hayashi Ishikawa Endo Kimura Nakagawa'.split(' '),
  },
  {
    weight: 2,
    given: 'Wei Mei Jun Xiu Li-Hua Jian Ting Hao Yan Shu-Fen'.split(' '),
    family: 'Chen Zhang Lin Huang Zhao Wu Xu Liang Song Tang'.split(' '),
  },
  {
    weight: 2,
    given: 'Arjun Meera Kavya Rohan Lakshmi Vikram Anjali Sanjay Nisha Harpreet'.split(' '),
    family: 'Iyer Banerjee Kulkarni Mehta Reddy Chaudhary Nair Gill Deshpande Bose'.split(' '),
  },
  {
    weight: 2,
    given: 'Ibrahim Fatima Mina Omid Leila Yusuf Samira Karim Dalia Nasrin Hadi Rania'.split(' '),
    family: 'Haddad|Zahra|Tavakoli|Mansour|Al-Khatib|Rahimi|Nasser|Darwish|Farahani|El Sayed'.split('|'),
  },
  {
    weight: 2,
    given: 'Teodor Ivanka Zofia Łukasz Danuta Milan Katarína Piotr Vesna Bohdan Oksana'.split(' '),
    family: 'Iliev Kowalczyk Wójcik Horváth Novák Petrović Shevchenko Zieliński Marković Dvořák'.split(' '),
  },
  {
    weight: 2,
    given: 'Greta Peter Astrid Søren Kaija Henrik Sigrid Jürgen Annika Matthias Freya'.split(' '),
    family: 'Solberg Lindgren Sørensen Mäkinen Vogel Schäfer Nyström Bergström Großmann Dahl'.split(' '),
  },
  {
    weight: 1,
    given: 'Siobhán Declan Maeve Cormac Niamh Eamon Bronagh Rhys'.split(' '),
    family: "O'Rourke Gallagher O'Neill Fitzgerald Kavanagh Brennan MacLeod Pritchard".split(' '),
  },
  {
    weight: 1,
    given: 'Elise Gianluca Chiara Étienne Mathilde Raphaël Ottavia Benoît'.split(' '),
    family: "Marchetti D'Angelo Fontaine Lefèvre Ricci Moretti Beaulieu Caruso".split(' '),
  },
  {
    weight: 1,
    given: 'Min-jun Soo-ah Ji-woo Hye-jin Tae-yang Eun-ji'.split(' '),
    family: 'Kim Park Choi Jung Kang Yoon Seo'.split(' '),
  },
  {
    weight: 1,
    given: 'Kalani Leilani Sefina Tavita Malia Manaia'.split(' '),
    family: 'Kahananui Tuiasosopo Faleolo Kealoha Mahoe Leavasa'.split(' '),
  },
];
