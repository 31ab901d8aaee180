<#--
  Official headings of the bill-notes outline, edition November 2023 (lovkvalitet.dk 4.2.1). Quoted exactly in Danish;
  the English is a translation and has no official standing. A lawyer corrects them here, and nowhere else.
-->
<#assign official = {
  "4": say("Konsekvenser ud over de obligatoriske konsekvensvurderinger", "Consequences beyond the mandatory impact assessments"),
  "7": say("Administrative konsekvenser for borgerne", "Administrative consequences for citizens")
}>
