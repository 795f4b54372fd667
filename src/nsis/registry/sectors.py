"""Coded lists about employers: sectors of work and the associations they belong to."""

from nsis.terms.wording import Wording

SECTORS = {
    "garments": Wording(en="Ready-made garments", bn="তৈরি পোশাক"),
    "textile": Wording(en="Textile", bn="বস্ত্র"),
    "leather_footwear": Wording(en="Leather and footwear", bn="চামড়া ও পাদুকা"),
    "jute": Wording(en="Jute", bn="পাট"),
    "food": Wording(en="Food processing", bn="খাদ্য প্রক্রিয়াজাতকরণ"),
    "pharmaceuticals_chemicals": Wording(en="Medicines and chemicals", bn="ঔষধ ও রাসায়নিক"),
    "metal_engineering": Wording(en="Metal and engineering", bn="ধাতু ও প্রকৌশল"),
    "brick_ceramics": Wording(en="Bricks and ceramics", bn="ইট ও সিরামিক"),
    "construction": Wording(en="Construction", bn="নির্মাণ"),
    "shipbuilding": Wording(en="Shipbuilding and ship recycling", bn="জাহাজ নির্মাণ ও জাহাজ পুনর্ব্যবহার"),
    "tea": Wording(en="Tea gardens", bn="চা বাগান"),
    "agriculture_fishing": Wording(en="Agriculture and fishing", bn="কৃষি ও মৎস্য"),
    "transport": Wording(en="Transport", bn="পরিবহন"),
    "trade": Wording(en="Shops and trade", bn="দোকান ও ব্যবসা"),
    "hotel_restaurant": Wording(en="Hotels and restaurants", bn="হোটেল ও রেস্তোরাঁ"),
    "finance_technology": Wording(en="Finance and information technology", bn="আর্থিক সেবা ও তথ্যপ্রযুক্তি"),
    "education_health": Wording(en="Education and health", bn="শিক্ষা ও স্বাস্থ্য"),
    "domestic": Wording(en="Domestic work", bn="গৃহকর্ম"),
    "other": Wording(en="Other", bn="অন্যান্য"),
}

ASSOCIATIONS = {
    "bgmea": Wording(
        en="Bangladesh Garment Manufacturers and Exporters Association (BGMEA)",
        bn="বাংলাদেশ পোশাক প্রস্তুতকারক ও রপ্তানিকারক সমিতি (বিজিএমইএ)",
    ),
    "bkmea": Wording(
        en="Bangladesh Knitwear Manufacturers and Exporters Association (BKMEA)",
        bn="বাংলাদেশ নিটওয়্যার প্রস্তুতকারক ও রপ্তানিকারক সমিতি (বিকেএমইএ)",
    ),
    "other": Wording(en="Another association", bn="অন্য সমিতি"),
    "none": Wording(en="No association", bn="কোনো সমিতি নয়"),
}
