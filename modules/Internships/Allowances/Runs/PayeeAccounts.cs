using System.Text.Json;
using System.Text.Json.Serialization;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Accounts of a list, encrypted.</summary>
internal sealed class PayeeAccounts(IFieldCipher cipher)
{
    public string? Seal(PayeeAccount? account) => account is null ? null : cipher.Protect(JsonSerializer.Serialize(account, PayeeAccountJson.Default.PayeeAccount));

    public PayeeAccount? Open(string? sealedAccount) => cipher.Unprotect(sealedAccount) is { } json ? JsonSerializer.Deserialize(json, PayeeAccountJson.Default.PayeeAccount) : null;
}

/// <summary>How accounts are written, worked out when the platform is built: the first list of a day has thousands.</summary>
[JsonSerializable(typeof(PayeeAccount))]
internal sealed partial class PayeeAccountJson : JsonSerializerContext;
