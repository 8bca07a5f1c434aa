using System.Text.Json;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Accounts of a list, encrypted.</summary>
internal sealed class PayeeAccounts(IFieldCipher cipher)
{
    public string? Seal(PayeeAccount? account) => account is null ? null : cipher.Protect(JsonSerializer.Serialize(account));

    public PayeeAccount? Open(string? sealedAccount) => cipher.Unprotect(sealedAccount) is { } json ? JsonSerializer.Deserialize<PayeeAccount>(json) : null;
}
