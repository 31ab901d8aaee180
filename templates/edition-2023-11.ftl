<#--
  Official headings of the bill-notes outline, edition November 2023 (lovkvalitet.dk 4.2.1). Quoted exactly in Danish;
  the English is a translation and has no official standing. A lawyer corrects them here, and nowhere else.
-->
<#assign official = {
  "4": say("Konsekvenser ud over de obligatoriske konsekvensvurderinger", "Consequences beyond the mandatory impact assessments"),
  "5": say("Økonomiske konsekvenser og implementeringskonsekvenser for det offentlige", "Economic consequences and consequences of implementation for the public sector"),
  "6": say("Økonomiske og administrative konsekvenser for erhvervslivet m.v.", "Economic and administrative consequences for business etc."),
  "7": say("Administrative konsekvenser for borgerne", "Administrative consequences for citizens")
}>
