using InclusionPlatform.Beneficiaries.Diary;

namespace InclusionPlatform.Beneficiaries.JobSearch.Rules;

/// <summary>
/// What goes to employers names no fact of health (GDPR art. 9) nor of penal law (art. 10), even where whoever writes means well: an employer may not ask for it (L. 300/1970, art. 8) and cannot
/// forget it. The protected category is told by a tick of its own, when the person asks.
/// </summary>
internal static class NothingOfHealthOrPenalFacts
{
    public static bool IsIn(string? text) => SensitiveTerms.In(text, SensitiveTopic.Health).Count + SensitiveTerms.In(text, SensitiveTopic.Penal).Count > 0;

    /// <exception cref="FieldException"><c>job-search.speaks-of-health-or-penal-facts</c>.</exception>
    public static void Check(string field, string? text)
    {
        if (IsIn(text))
        {
            throw new FieldException(field, "job-search.speaks-of-health-or-penal-facts", new(
                "Questo testo sembra parlare di salute o di fatti penali: nelle carte per i datori di lavoro non devono esserci. Riscriverlo senza.",
                "This text seems to speak of health or penal facts: they must not be in what goes to employers. Write it without."))
            {
                Act = "Reg. (UE) 2016/679, artt. 9 e 10; L. 300/1970, art. 8",
            };
        }
    }
}
