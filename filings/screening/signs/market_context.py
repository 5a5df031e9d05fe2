"""Words around customers and places that excuse: foul means, licences and safety."""

# Winning customers by foul means may be forbidden.
FOUL = (
    "(?:不正当|手段|诋毁|贬低|欺骗|贿赂|回扣|窃取|商业秘密|虚假|胁迫|利诱|恶意中伤|造谣|误导|"
    "诽谤|攻击|暴力|强买|假冒|冒用|"
    r"泄露|侵犯|拉客扰民)"
)
LICENCE = (
    "(?:许可证?|资质|国家|政府|部门|法律|法规|停放|停车|卫生|安全|消防|摆放|防疫|依法|经营场所|"
    "核准|责任制|投诉|网格化)"
)
