using System.Net.Http.Headers;
using System.Text;

namespace InclusionPlatform.IntegrationTests;

internal sealed partial class Given
{
    /// <summary>The bytes of a PDF.</summary>
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 un documento riservatissimo");

    /// <summary>A form with a file and some fields.</summary>
    public static MultipartFormDataContent FileForm(byte[]? content = null, string fileName = "Carta Rossi.pdf", params (string Name, string? Value)[] fields)
    {
        var file = new ByteArrayContent(content ?? Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "file", fileName } };
        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            form.Add(new StringContent(value!), name);
        }

        return form;
    }
}
