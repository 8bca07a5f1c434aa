using System.Text.Json;
using System.Text.Json.Serialization;

namespace InclusionPlatform.Internships.Allowances.Runs;

/// <summary>Accounts of a list, encrypted: with one key for all of it, and not with each person's, because the books keep them for ten years whoever becomes anonymous (c.c. art. 2220).</summary>
internal sealed class PayeeAccounts(IFieldCipher cipher)
{
    /// <summary>Encrypts the accounts of one list.</summary>
    public Func<PayeeAccount?, string?> BeginList()
    {
        var batch = cipher.BeginBatch();
        return account => account is null ? null : batch.Protect(JsonSerializer.Serialize(account, PayeeAccountJson.Default.PayeeAccount));
    }

    public PayeeAccount? Open(string? sealedAccount) => cipher.Unprotect(sealedAccount) is { } json ? JsonSerializer.Deserialize(json, PayeeAccountJson.Default.PayeeAccount) : null;
}

/// <summary>How accounts are written, worked out when the platform is built: the first list of a day has thousands.</summary>
[JsonSerializable(typeof(PayeeAccount))]
internal sealed partial class PayeeAccountJson : JsonSerializerContext;
